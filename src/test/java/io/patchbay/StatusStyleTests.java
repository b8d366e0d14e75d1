package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.patchbay.banner.content.BannerView.BannerState;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.environment.HealthView.HealthKind;
import io.patchbay.environment.connection.PermissionRow.PermissionStatus;
import io.patchbay.environment.protection.RequestStatus;
import io.patchbay.licensing.IssuedKeyView.KeyStatus;
import io.patchbay.licensing.LicenseView.DeviceUsage;
import io.patchbay.licensing.QuoteView.QuoteStatus;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.ui.layout.StatusStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every state has a style, and the styles stand where the style sheet is known: in the templates and in ui. */
@Tag("fast")
class StatusStyleTests {

    private static final Map<String, Enum<?>[]> STATES = Map.of(
            "health", HealthKind.values(),
            "permission", PermissionStatus.values(),
            "key", KeyStatus.values(),
            "quote", QuoteStatus.values(),
            "usage", DeviceUsage.values(),
            "banner", BannerState.values(),
            "notice", NoticeKind.values(),
            "request", RequestStatus.values(),
            "version", VersionStatus.values());

    private static final Set<String> TONES = Set.of("success", "info", "warning", "danger", "neutral", "busy");

    @Test
    void everyStateHasAStyle() throws IOException {
        var styles = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/status-styles.properties"))) {
            styles.load(in);
        }
        var states = STATES.entrySet().stream()
                .flatMap(kind -> Arrays.stream(kind.getValue()).map(state -> kind.getKey() + "." + state.name()))
                .collect(Collectors.toSet());
        assertThat(styles.stringPropertyNames()).isEqualTo(states);
        assertThat(styles.values()).allSatisfy(style -> {
            var words = style.toString().split(" ");
            assertThat(words).hasSize(2);
            assertThat(TONES).contains(words[0]);
        });
    }

    @Test
    void onlyPagesKnowIconsAndTones() {
        var others = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.patchbay").stream()
                        .filter(type -> Stream.of(".ui", ".web").noneMatch(room -> inRoom(type.getPackageName(), room)))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> Set.of("tone", "cssClass").contains(method.getName())
                                || method.getRawReturnType().isEquivalentTo(StatusStyle.class))
                        .map(method -> method.getFullName())
                        .toList();
        assertThat(others).isEmpty();
    }

    private static boolean inRoom(String name, String room) {
        return (name + ".").contains(room + ".");
    }
}
