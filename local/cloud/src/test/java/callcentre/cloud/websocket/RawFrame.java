package callcentre.cloud.websocket;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Frames as long as one likes; the JDK's client splits its own after 16 KB. */
final class RawFrame {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int MASKED_64_BIT_LENGTH = 0x80 | 127;

  private RawFrame() {}

  /** The status of the close frame that answers one unfragmented text frame of so many bytes. */
  static int statusAfterFrameOf(int bytes, URI address) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      out.write(handshake(address).getBytes(StandardCharsets.US_ASCII));
      skipHeaders(in);
      // RFC 6455, 5.2: a final text frame, masked with zeros.
      out.writeByte(0x81);
      out.writeByte(MASKED_64_BIT_LENGTH);
      out.writeLong(bytes);
      out.writeInt(0);
      out.write("a".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      if (in.readUnsignedByte() != 0x88) {
        throw new AssertionError("The answer is no close frame");
      }
      in.readUnsignedByte();
      return in.readUnsignedShort();
    }
  }

  private static String handshake(URI address) {
    return "GET "
        + address.getPath()
        + " HTTP/1.1\r\nHost: "
        + address.getAuthority()
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
  }

  private static void skipHeaders(DataInputStream in) throws IOException {
    int newlines = 0;
    while (newlines < 2) {
      int read = in.readUnsignedByte();
      if (read == '\n') {
        newlines++;
      } else if (read != '\r') {
        newlines = 0;
      }
    }
  }
}
