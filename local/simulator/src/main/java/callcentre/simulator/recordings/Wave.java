package callcentre.simulator.recordings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A WAV file of a given length that is computed where it is read: telephone quality (8,000 samples
 * a second, 16 bits, mono), a murmur of tones whose pitch {@code voice} decides. Any part of it is
 * the same bytes as in the whole.
 */
public final class Wave {

  private static final int HEADER_BYTES = 44;
  private static final int SAMPLES_PER_SECOND = 8_000;
  private static final int BYTES_PER_SAMPLE = 2;
  private static final int BUFFER_BYTES = 16_384;
  private static final short[] SINE = sine();

  private final byte[] header;
  private final long dataBytes;
  private final long pitch;
  private final long beat;

  private Wave(long dataBytes, long pitch, long beat) {
    this.dataBytes = dataBytes;
    this.pitch = pitch;
    this.beat = beat;
    header = header(dataBytes);
  }

  /**
   * A file of this length.
   *
   * @param length up to 24 hours
   * @param voice anything; another one sounds different
   */
  public static Wave of(Duration length, int voice) {
    long samples = length.toMillis() * SAMPLES_PER_SECOND / 1_000;
    int kind = Math.floorMod(voice, 97);
    return new Wave(samples * BYTES_PER_SAMPLE, 18L + kind % 29, 3L + kind % 7);
  }

  /** The file's length in bytes. */
  public long length() {
    return HEADER_BYTES + dataBytes;
  }

  /** Writes {@code count} bytes from {@code offset} on, which must all be inside the file. */
  public void write(OutputStream out, long offset, long count) throws IOException {
    if (offset < 0 || count < 0 || offset + count > length()) {
      throw new IllegalArgumentException(
          "Bytes " + offset + " to " + (offset + count) + " of a file of " + length());
    }
    byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, count)];
    long position = offset;
    long end = offset + count;
    while (position < end) {
      int filled = (int) Math.min(buffer.length, end - position);
      for (int i = 0; i < filled; i++) {
        buffer[i] = at(position + i);
      }
      out.write(buffer, 0, filled);
      position += filled;
    }
  }

  private byte at(long position) {
    if (position < HEADER_BYTES) {
      return header[(int) position];
    }
    long data = position - HEADER_BYTES;
    int sample = sample(data / BYTES_PER_SAMPLE);
    return (byte) (data % BYTES_PER_SAMPLE == 0 ? sample : sample >> 8);
  }

  /** A tone that swells and fades some times a second, as syllables do. */
  private int sample(long index) {
    int tone = SINE[(int) (index * pitch & 1_023)];
    int loudness = SINE[(int) (index * beat >> 4 & 1_023)];
    return tone * Math.abs(loudness) >> 15;
  }

  private static byte[] header(long dataBytes) {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII));
    bytes.putInt((int) (HEADER_BYTES - 8 + dataBytes));
    bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
    bytes.putInt(16).putShort((short) 1).putShort((short) 1);
    bytes.putInt(SAMPLES_PER_SECOND).putInt(SAMPLES_PER_SECOND * BYTES_PER_SAMPLE);
    bytes.putShort((short) BYTES_PER_SAMPLE).putShort((short) (BYTES_PER_SAMPLE * 8));
    bytes.put("data".getBytes(StandardCharsets.US_ASCII));
    bytes.putInt((int) dataBytes);
    return bytes.array();
  }

  private static short[] sine() {
    short[] table = new short[1_024];
    for (int i = 0; i < table.length; i++) {
      table[i] = (short) Math.round(Math.sin(2 * Math.PI * i / table.length) * 12_000);
    }
    return table;
  }
}
