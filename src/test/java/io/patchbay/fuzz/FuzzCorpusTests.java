package io.patchbay.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The inputs that fuzzing began with and those that it found, each with a few changed by chance, through the parsers that read
 * what others write. {@code src/test/fuzz/run} looks for more.
 */
@Tag("fast")
class FuzzCorpusTests {

    private static final Path CODE = Path.of("src/test/java");
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final int CHANGED = 300;

    /** Every class that ends so, wherever it is. */
    static Stream<String> targets() throws IOException {
        try (var files = Files.walk(CODE)) {
            return files
                    .filter(file -> file.toString().endsWith("Fuzz.java"))
                    .map(file -> CODE.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void everyTargetHasInputs() throws IOException {
        assertThat(targets())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(target -> assertThat(inputs(target)).hasSizeGreaterThan(2));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatWasFoundStaysMended(String target) throws Exception {
        var one = MethodHandles.publicLookup()
                .findStatic(
                        Class.forName(target), "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
        var random = new Random(18);
        for (var input : inputs(target)) {
            var bytes = Files.readAllBytes(input);
            holds(one, bytes, input.toString());
            for (int i = 0; i < CHANGED; i++) {
                holds(one, changed(bytes, random), input + ", changed");
            }
        }
    }

    private static void holds(MethodHandle target, byte[] input, String what) {
        assertThatCode(() -> target.invoke(input))
                .as("%s: %s", what, HexFormat.of().formatHex(input, 0, Math.min(input.length, 2_000)))
                .doesNotThrowAnyException();
    }

    /** Cuts, doubles, drops or replaces a piece. */
    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return new byte[] {(byte) random.nextInt()};
        }
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(Math.min(bytes.length - from, 40) + 1);
        var text = new java.io.ByteArrayOutputStream();
        text.write(bytes, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> text.write(bytes, from, to - from);
            case 1 -> text.writeBytes(new byte[] {(byte) random.nextInt(), (byte) random.nextInt()});
            case 2 -> {
                text.write(bytes, from, to - from);
                text.write(bytes, from, to - from);
            }
            default -> {}
        }
        text.write(bytes, to, bytes.length - to);
        return text.toByteArray();
    }

    private static List<Path> inputs(String target) throws IOException {
        var folder = CORPUS.resolve(target.substring(target.lastIndexOf('.') + 1));
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
