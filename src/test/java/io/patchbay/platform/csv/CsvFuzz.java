package io.patchbay.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Whatever stands in cells, a spreadsheet reads as many cells, and none of them as a formula. */
public final class CsvFuzz {

    private static final String FORMULA = "=+-@\t\r";

    private CsvFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var cells = new String(input, StandardCharsets.UTF_8).split("\u0001", -1);
        var line = Csv.line(cells);
        assertThat(line).endsWith("\r\n");
        var read = read(line.substring(0, line.length() - 2));
        assertThat(read).hasSize(cells.length);
        for (int i = 0; i < cells.length; i++) {
            var plain = cells[i].isBlank() ? "-" : cells[i];
            assertThat(read.get(i)).isIn(plain, "'" + plain);
            if (!read.get(i).equals("-")) {
                assertThat(FORMULA.indexOf(read.get(i).stripLeading().charAt(0)))
                        .isNegative();
            }
        }
    }

    /** By RFC 4180, as the receiver does. */
    private static List<String> read(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                assertThat(quoted || (c != '\r' && c != '\n' && c != ';' && c != '\t'))
                        .as("a separator stands in quotes")
                        .isTrue();
                cell.append(c);
            }
        }
        assertThat(quoted).isFalse();
        cells.add(cell.toString());
        return cells;
    }
}
