package io.patchbay.platform.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.testsupport.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a file that somebody uploads as a picture: a picture drawn anew, or a refusal. */
@Tag("fast")
class PictureTests {

    private static final String SCRIPT = "<html><script>alert(document.domain)</script></html>";

    private static Picture picture(byte[] file) {
        return Picture.of(file, 396, 216);
    }

    @Test
    void isDrawnAnewNoLargerThanItIsShown() throws IOException {
        for (var file : new byte[][] {Pictures.png(1600, 900), Pictures.jpeg(1600, 900)}) {
            var picture = ImageIO.read(new ByteArrayInputStream(picture(file).content()));
            assertThat(picture.getWidth()).isEqualTo(384);
            assertThat(picture.getHeight()).isEqualTo(216);
        }
        assertThat(picture(Pictures.png(3, 2)).contentType()).isEqualTo("image/png");
        assertThat(picture(Pictures.jpeg(3, 2)).contentType()).isEqualTo("image/jpeg");
    }

    static Stream<byte[]> polyglots() {
        return Stream.of(
                Pictures.followedBy(Pictures.png(40, 40), SCRIPT),
                Pictures.followedBy(Pictures.jpeg(40, 40), SCRIPT),
                Pictures.followedBy(Pictures.png(40, 40), "PK\u0003\u0004" + SCRIPT),
                Pictures.commented(Pictures.jpeg(40, 40), SCRIPT),
                Pictures.commented(Pictures.jpeg(40, 40), "*/=alert(1)/*"));
    }

    @ParameterizedTest
    @MethodSource("polyglots")
    void nothingOfASecondFormatLivesOn(byte[] file) {
        var text = new String(picture(file).content(), StandardCharsets.ISO_8859_1);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("alert(");
        assertThat(text).doesNotContain("alert(", "<html", "PK\u0003");
    }

    static Stream<byte[]> bombs() {
        return Stream.of(
                Pictures.bomb(60_000, 60_000),
                Pictures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE),
                Pictures.bomb(10_001, 1),
                Pictures.bomb(4_001, 4_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsRefusedBeforeItTakesMemory(byte[] file) {
        assertThatThrownBy(() -> picture(file)).hasMessage("picture.pixels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<html><img src=x onerror=alert(1)></html>",
                "GIF89a/*",
                "RIFF____WEBPVP8 ",
                "%PDF-1.7",
                "BM",
                "MZ"
            })
    void whatIsNoPngOrJpegByItsContentIsRefused(String file) {
        assertThatThrownBy(() -> picture(file.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("picture.format");
    }

    @Test
    void aDamagedPictureIsRefused() {
        var png = Pictures.png(50, 50);
        var jpeg = Pictures.jpeg(50, 50);
        for (var file : new byte[][] {
            Arrays.copyOf(png, 40),
            Arrays.copyOf(jpeg, 20),
            Pictures.followedBy(Arrays.copyOf(png, 8), SCRIPT),
            Pictures.followedBy(Arrays.copyOf(jpeg, 3), SCRIPT),
            Pictures.bomb(0, 0),
            Pictures.bomb(-1, 5)
        }) {
            assertThatThrownBy(() -> picture(file))
                    .isInstanceOf(Picture.UnusableException.class)
                    .hasMessage("picture.damaged");
        }
    }

    @Test
    void moreThanOneMegabyteIsRefused() {
        var file = Arrays.copyOf(Pictures.png(10, 10), Picture.BYTES_AT_MOST + 1);
        assertThatThrownBy(() -> picture(file)).hasMessage("picture.tooLarge");
    }
}
