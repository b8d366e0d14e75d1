package io.patchbay.simulator.download;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** The icon of an application, made up of its name: a colored square with a pattern whose halves mirror each other. */
final class DrawnIcon {
    private static final int SIDE = 256;
    private static final int ROUNDED = 56;
    private static final int CELLS = 5;
    private static final int CELL = 36;
    private static final int MARGIN = (SIDE - CELLS * CELL) / 2;

    private DrawnIcon() {}

    static byte[] png(String app) {
        Random random = new Random(app.hashCode());
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.getHSBColor(random.nextFloat(), 0.65f, 0.62f));
        pen.fill(new RoundRectangle2D.Float(0, 0, SIDE, SIDE, ROUNDED, ROUNDED));
        pen.setColor(new Color(255, 255, 255, 235));
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column <= CELLS / 2; column++) {
                if (random.nextBoolean()) {
                    pen.fillRect(MARGIN + column * CELL, MARGIN + row * CELL, CELL, CELL);
                    pen.fillRect(MARGIN + (CELLS - 1 - column) * CELL, MARGIN + row * CELL, CELL, CELL);
                }
            }
        }
        pen.dispose();
        return written(image);
    }

    private static byte[] written(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
