package io.patchbay.testsupport;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as people and attackers upload them. */
public final class Pictures {

    private static final int IHDR_WIDTH_AT = 16;
    private static final int IHDR_HEIGHT_AT = 20;
    private static final int IHDR_CRC_AT = 29;
    private static final int IHDR_TYPE_AT = 12;

    private Pictures() {}

    /** A plain PNG of that size. */
    public static byte[] png(int width, int height) {
        return draw(width, height, "png", BufferedImage.TYPE_INT_ARGB);
    }

    /** A plain JPEG of that size. */
    public static byte[] jpeg(int width, int height) {
        return draw(width, height, "jpeg", BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] draw(int width, int height, String format, int type) {
        var image = new BufferedImage(width, height, type);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x1b7f8e));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xf2a65a));
        pen.fillOval(width / 4, height / 4, width / 2, height / 2);
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A few bytes that say they are a picture of that size, with a valid checksum: decoding it would take the memory. */
    public static byte[] bomb(int width, int height) {
        var file = ByteBuffer.wrap(png(1, 1));
        file.putInt(IHDR_WIDTH_AT, width).putInt(IHDR_HEIGHT_AT, height);
        var crc = new CRC32();
        crc.update(file.array(), IHDR_TYPE_AT, IHDR_CRC_AT - IHDR_TYPE_AT);
        return file.putInt(IHDR_CRC_AT, (int) crc.getValue()).array();
    }

    /** A picture that is also something else when read from its end. */
    public static byte[] followedBy(byte[] picture, String rest) {
        var tail = rest.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(picture.length + tail.length)
                .put(picture)
                .put(tail)
                .array();
    }

    /** A JPEG with a comment right after its start. */
    public static byte[] commented(byte[] jpeg, String comment) {
        var text = comment.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(jpeg.length + text.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xFE)
                .putShort((short) (text.length + 2))
                .put(text)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
