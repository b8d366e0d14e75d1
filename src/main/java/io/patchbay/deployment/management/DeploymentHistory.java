package io.patchbay.deployment.management;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to a deployment, as far as its versions tell it. */
public final class DeploymentHistory {

    private static final int SHOWN = 12;

    private DeploymentHistory() {}

    /** What can happen to it; the text stands in the messages under {@code deployments.history}. */
    public enum HistoryKind {
        CREATED,
        STARTED,
        PUBLISHED,
        FAILED,
        REPLACED
    }

    /** One thing that happened; the version is empty where it is about none. */
    public record HistoryEntry(HistoryKind kind, String version, Instant at) {}

    /** The last things, newest first. */
    public static List<HistoryEntry> of(DeploymentView deployment) {
        return Stream.concat(
                        deployment.versions().stream().flatMap(DeploymentHistory::of),
                        Stream.of(new HistoryEntry(HistoryKind.CREATED, "", deployment.createdAt())))
                .sorted(Comparator.comparing(HistoryEntry::at)
                        .thenComparing(HistoryEntry::kind)
                        .reversed())
                .limit(SHOWN)
                .toList();
    }

    private static Stream<HistoryEntry> of(VersionView version) {
        return Stream.of(
                        entry(HistoryKind.STARTED, version, version.createdAt()),
                        ended(version),
                        entry(HistoryKind.REPLACED, version, version.supersededAt()))
                .flatMap(entry -> entry);
    }

    private static Stream<HistoryEntry> ended(VersionView version) {
        return switch (version.status()) {
            case SUCCESS -> entry(HistoryKind.PUBLISHED, version, version.finishedAt());
            case FAILED -> entry(HistoryKind.FAILED, version, version.finishedAt());
            case IN_PROGRESS, RETRYING, WAITING_FOR_APPROVAL -> Stream.empty();
        };
    }

    private static Stream<HistoryEntry> entry(HistoryKind kind, VersionView version, @Nullable Instant at) {
        return at == null ? Stream.empty() : Stream.of(new HistoryEntry(kind, version.version(), at));
    }
}
