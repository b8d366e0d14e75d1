package io.patchbay.testsupport;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** A picture of a page with the 256 colors of which it has most, which makes it a third as large and looks the same. */
public final class SmallPng {

    private static final int COLORS = 256;

    private SmallPng() {}

    /** The same picture, smaller. */
    public static byte[] of(byte[] png) throws IOException {
        var full = ImageIO.read(new ByteArrayInputStream(png));
        var counts = new HashMap<Integer, Integer>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                counts.merge(full.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        var palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLORS)
                .map(Map.Entry::getKey)
                .toList();
        return write(indexed(full, palette));
    }

    private static BufferedImage indexed(BufferedImage full, List<Integer> palette) {
        var colors = palette.stream().mapToInt(Integer::intValue).toArray();
        var model = new IndexColorModel(8, colors.length, colors, 0, false, -1, 0);
        var small = new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var places = new HashMap<Integer, Integer>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                var place = places.computeIfAbsent(full.getRGB(x, y) & 0xffffff, color -> nearest(color, colors));
                small.getRaster().setSample(x, y, 0, place);
            }
        }
        return small;
    }

    private static int nearest(int color, int[] colors) {
        var best = 0;
        for (int i = 1; i < colors.length; i++) {
            if (distance(color, colors[i]) < distance(color, colors[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        var red = (one >> 16 & 255) - (other >> 16 & 255);
        var green = (one >> 8 & 255) - (other >> 8 & 255);
        var blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }

    private static byte[] write(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
