package io.patchbay.banner;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture for a banner. It is drawn anew from the pixels of what was uploaded, so that nothing else of the file lives
 * on: no metadata, no place and time of a photograph, no second format hidden in it.
 *
 * @param contentType {@code image/png} or {@code image/jpeg}
 * @param content the file
 */
public record Picture(String contentType, byte[] content) {

    /** How large an upload may be, in bytes. */
    public static final int BYTES_AT_MOST = 1024 * 1024;

    private static final long PIXELS_AT_MOST = 16_000_000;
    private static final int SIDE_AT_MOST = 10_000;
    private static final int SHOWN_WIDTH = 396;
    private static final int SHOWN_HEIGHT = 216;

    private enum Format {
        PNG("png", "image/png", BufferedImage.TYPE_INT_ARGB, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
        JPEG("jpeg", "image/jpeg", BufferedImage.TYPE_INT_RGB, 0xFF, 0xD8, 0xFF);

        private final String name;
        private final String contentType;
        private final int pixels;
        private final int[] start;

        Format(String name, String contentType, int pixels, int... start) {
            this.name = name;
            this.contentType = contentType;
            this.pixels = pixels;
            this.start = start;
        }

        boolean begins(byte[] file) {
            return file.length > start.length
                    && Arrays.equals(
                            start,
                            0,
                            start.length,
                            java.util.stream.IntStream.range(0, start.length)
                                    .map(i -> file[i] & 0xFF)
                                    .toArray(),
                            0,
                            start.length);
        }
    }

    /** The upload is no picture that Patchbay takes. */
    public static class UnusableException extends RuntimeException {

        UnusableException(String messageKey) {
            super(messageKey);
        }

        /** Why, as a message key. */
        public String messageKey() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Draws an upload anew. Its size in pixels is known before memory is taken for them.
     *
     * @throws UnusableException where it is too large, neither PNG nor JPEG by its content, or damaged
     */
    public static Picture of(byte[] file) {
        if (file.length > BYTES_AT_MOST) {
            throw new UnusableException("banners.image.tooLarge");
        }
        var format = Arrays.stream(Format.values())
                .filter(one -> one.begins(file))
                .findFirst()
                .orElseThrow(() -> new UnusableException("banners.image.format"));
        try {
            return new Picture(format.contentType, write(scale(read(file, format), format), format));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException damaged) {
            throw new UnusableException("banners.image.damaged");
        }
    }

    private static BufferedImage read(byte[] file, Format format) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format.name).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            return read(reader);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > SIDE_AT_MOST || height > SIDE_AT_MOST || (long) width * height > PIXELS_AT_MOST) {
            throw new UnusableException("banners.image.pixels");
        }
        var every = Math.max(1, Math.max(width / (2 * SHOWN_WIDTH), height / (2 * SHOWN_HEIGHT)));
        var thinned = reader.getDefaultReadParam();
        thinned.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, thinned);
    }

    private static BufferedImage scale(BufferedImage image, Format format) {
        var factor = Math.min(
                1.0, Math.min(SHOWN_WIDTH / (double) image.getWidth(), SHOWN_HEIGHT / (double) image.getHeight()));
        var width = (int) Math.max(1, Math.round(image.getWidth() * factor));
        var height = (int) Math.max(1, Math.round(image.getHeight() * factor));
        var drawn = new BufferedImage(width, height, format.pixels);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] write(BufferedImage image, Format format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format.name, out)) {
            throw new IOException("No writer for " + format);
        }
        return out.toByteArray();
    }
}
