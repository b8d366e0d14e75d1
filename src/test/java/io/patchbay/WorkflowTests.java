package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The workflows of GitHub run only what was reviewed: every action is pinned by commit, since a tag can be moved. */
@Tag("fast")
class WorkflowTests {

    private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses: (.+)$");

    @Test
    void actionsArePinnedByCommit() throws IOException {
        assertThat(uses())
                .isNotEmpty()
                .allMatch(action -> action.startsWith("./") || action.matches("[\\w./-]+@[0-9a-f]{40} # v[\\d.]+"));
    }

    @Test
    void anActionHasTheSameVersionEverywhere() throws IOException {
        var versions = uses().stream()
                .map(action -> action.replaceFirst("^([^/]+/[^/@]+).*@", "$1@"))
                .distinct();
        assertThat(versions.map(version -> version.replaceFirst("@.*", ""))).doesNotHaveDuplicates();
    }

    private static List<String> uses() throws IOException {
        var uses = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of(".github/workflows"))) {
            for (var file : files) {
                USES.matcher(Files.readString(file)).results().forEach(use -> uses.add(use.group(1)));
            }
        }
        return uses;
    }
}
