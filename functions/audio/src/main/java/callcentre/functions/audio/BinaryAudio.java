package callcentre.functions.audio;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.BinaryTypeConfiguration;
import jakarta.inject.Singleton;

/** Tells the adapter which bodies go out in base64: every sound. Problems stay text. */
@Singleton
@Replaces(BinaryTypeConfiguration.class)
final class BinaryAudio extends BinaryTypeConfiguration {

  @Override
  public boolean isMediaTypeBinary(String mediaType) {
    return mediaType.startsWith("audio/");
  }
}
