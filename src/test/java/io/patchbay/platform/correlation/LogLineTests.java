package io.patchbay.platform.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.pattern.DynamicConverter;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;

/** Nobody writes a line of the log but the portal. */
@Tag("fast")
class LogLineTests {

    private static final String FORGED = "2026-11-29T10:00:00.000Z  INFO Mallory signed in";

    @ParameterizedTest
    @CsvSource({"console", "file"})
    void aMessageIsOneLine(String where) {
        for (var end : new String[] {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000b", "\f"}) {
            var written = written(where, "Name: Contoso" + end + FORGED, null);
            assertThat(written.strip().lines()).hasSize(1);
            assertThat(written).contains("Name: Contoso|" + FORGED).doesNotContain(end.equals("\n") ? "\r" : end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u0000", "\u202e", "\u2066", "\u0007"})
    void nothingIsSentToATerminalOrTurnedAround(String character) {
        assertThat(written("console", "before" + character + "after", null))
                .contains("before|")
                .contains("after")
                .doesNotContain(character.substring(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"console", "file"})
    void theLinesOfAnExceptionAreSetIn(String where) {
        var failure = new IllegalStateException("Cannot read\r\n" + FORGED, new RuntimeException("Cause\n" + FORGED));
        var lines = written(where, "Failed", failure)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(lines).hasSizeGreaterThan(4);
        assertThat(lines.getFirst()).endsWith(": Failed");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.startsWith("  "))
                .anyMatch(line -> line.contains(FORGED))
                .anyMatch(line -> line.contains("at io.patchbay."));
    }

    private static String written(String where, String message, @Nullable Throwable failure) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        var pattern = Objects.requireNonNull(yaml.getObject()).getProperty("logging.pattern." + where);
        assertThat(pattern).isNotNull();
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var layout = new PatternLayout();
        layout.setContext(context);
        var converters = new HashMap<String, Supplier<DynamicConverter>>();
        converters.put("clr", ColorConverter::new);
        converters.put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.getInstanceConverterMap().putAll(converters);
        layout.setPattern(pattern);
        layout.start();
        assertThat(context.getStatusManager().getCopyOfStatusList()).isEmpty();
        return layout.doLayout(new LoggingEvent(
                ClassicConverter.class.getName(),
                context.getLogger("io.patchbay.signin.SignInFailure"),
                Level.INFO,
                message,
                failure,
                null));
    }
}
