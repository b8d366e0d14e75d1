package io.patchbay.environment.disconnect;

import io.patchbay.platform.job.Removal.Obstacle;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a piece of a connection, as its report sorts it. */
public enum ReportResult {
    REMOVED(null),
    LEFT_CHOSEN(Obstacle.CHOSEN),
    LEFT_IN_USE(Obstacle.IN_USE),
    LEFT_RELATED(Obstacle.RELATED),
    LEFT_AWAITING_APPROVAL(Obstacle.AWAITING_APPROVAL),
    LEFT_REFUSED(Obstacle.REFUSED),
    LEFT_UNREACHABLE(Obstacle.UNREACHABLE),
    LEFT_UNEXPECTED(Obstacle.UNEXPECTED);

    private final @Nullable Obstacle obstacle;

    ReportResult(@Nullable Obstacle obstacle) {
        this.obstacle = obstacle;
    }

    /** Key of its label. */
    public String key() {
        return "disconnected.result." + name();
    }

    /** Whether it is still there. */
    public boolean left() {
        return obstacle != null;
    }

    /** What keeps it, as it is stored; empty where nothing does. */
    Optional<String> stored() {
        return Optional.ofNullable(obstacle).map(Enum::name);
    }

    /** Of a piece that was left, from before reasons were sorted where there is no obstacle. */
    static ReportResult left(@Nullable String obstacle) {
        return Arrays.stream(values())
                .filter(one ->
                        one.stored().filter(name -> name.equals(obstacle)).isPresent())
                .findFirst()
                .orElse(LEFT_REFUSED);
    }
}
