package io.patchbay.platform.image;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture that a page shows and that came from outside. It is drawn anew from the pixels of the file it came in, so that nothing else of the file lives
 * on: no metadata, no place and time of a photograph, no second format hidden in it.
 *
 * @param contentType {@code image/png} or {@code image/jpeg}
 * @param content the file
 */
public record Picture(String contentType, byte[] content) {

    /** How large a file may be, in bytes. */
    public static final int BYTES_AT_MOST = 1024 * 1024;

    private static final long PIXELS_AT_MOST = 16_000_000;
    private static final int SIDE_AT_MOST = 10_000;

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
                            IntStream.range(0, start.length)
                                    .map(i -> file[i] & 0xFF)
                                    .toArray(),
                            0,
                            start.length);
        }
    }

    /** The file is no picture that Patchbay takes. */
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
     * Draws a picture anew. Its size in pixels is known before memory is taken for them.
     *
     * @param width the widest it is shown, in pixels; what is larger is made smaller
     * @param height the highest
     * @throws UnusableException where it is too large, neither PNG nor JPEG by its content, or damaged
     */
    public static Picture of(byte[] file, int width, int height) {
        if (file.length > BYTES_AT_MOST) {
            throw new UnusableException("picture.tooLarge");
        }
        var format = Arrays.stream(Format.values())
                .filter(one -> one.begins(file))
                .findFirst()
                .orElseThrow(() -> new UnusableException("picture.format"));
        try {
            return new Picture(
                    format.contentType, write(scale(read(file, format, width, height), format, width, height), format));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException damaged) {
            throw new UnusableException("picture.damaged");
        }
    }

    private static BufferedImage read(byte[] file, Format format, int shownWidth, int shownHeight) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format.name).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            return read(reader, shownWidth, shownHeight);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, int shownWidth, int shownHeight) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > SIDE_AT_MOST || height > SIDE_AT_MOST || (long) width * height > PIXELS_AT_MOST) {
            throw new UnusableException("picture.pixels");
        }
        var every = Math.max(1, Math.max(width / (2 * shownWidth), height / (2 * shownHeight)));
        var thinned = reader.getDefaultReadParam();
        thinned.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, thinned);
    }

    private static BufferedImage scale(BufferedImage image, Format format, int shownWidth, int shownHeight) {
        var factor = Math.min(
                1.0, Math.min(shownWidth / (double) image.getWidth(), shownHeight / (double) image.getHeight()));
        var width = (int) Math.max(1, Math.round(image.getWidth() * factor));
        var height = (int) Math.max(1, Math.round(image.getHeight() * factor));
        var drawn = new BufferedImage(width, height, format.pixels);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
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
