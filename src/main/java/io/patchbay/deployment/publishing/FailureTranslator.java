package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.outbound.DownloadOutcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Translates what went wrong outside into a failure of a step, in words: the cause and what to do about it. */
@Component
public class FailureTranslator {

    /** 401 is only among them where it does not come from the token. */
    private static final Set<Integer> PASSING = Set.of(401, 409, 412);

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private final MessageSourceAccessor messages;

    FailureTranslator(MessageSourceAccessor messages) {
        this.messages = messages;
    }

    /** The text of a cause, by the end of its message key. */
    public String text(String key, Object... arguments) {
        return messages.getMessage("deployments.cause." + key, arguments);
    }

    /** What those who approve a change are told where the deployment says nothing of its own. */
    public String justification(String app, String version) {
        return messages.getMessage("deployments.justification.usual", new Object[] {app, version});
    }

    /** The same for the removal of an application. */
    public String removalJustification(String app) {
        return messages.getMessage("deployments.justification.removal", new Object[] {app});
    }

    /** The same for the end of an application's relations, without which it or another one is not removed. */
    public String relationsJustification(String app) {
        return messages.getMessage("deployments.justification.relations", new Object[] {app});
    }

    /** What comes of an answer, or else the failure that the outcome is. */
    public <T> StepResult then(GraphOutcome<T> outcome, Function<T, StepResult> next) {
        return outcome instanceof Answered<T>(var value) ? next.apply(value) : of(outcome);
    }

    /** Of an outcome that is no answer. */
    public StepResult.Failure of(GraphOutcome<?> outcome) {
        return switch (outcome) {
            case GraphOutcome.NoToken<?>(var diagnosis) -> retry(noToken(diagnosis.problem()));
            case GraphOutcome.NotRecognized<?> unknown -> retry("connection");
            case GraphOutcome.Forbidden<?> forbidden -> retry("permission");
            case GraphOutcome.NoIntune<?> none -> new StepResult.Fail(text("noIntune"));
            case GraphOutcome.Throttled<?>(var after) -> new StepResult.Retry(text("throttled"), after);
            case GraphOutcome.Unavailable<?>(var after) -> new StepResult.Retry(text("microsoft"), after);
            case GraphOutcome.AwaitingApproval<?>(var code) -> new StepResult.AwaitingApproval(text("approval"), code);
            case GraphOutcome.Failed<?>(var status, var code, var message) -> refused(status, code, message);
            case GraphOutcome.Answered<?> answered -> throw new IllegalArgumentException("It is an answer");
        };
    }

    private static String noToken(ConsentProblem problem) {
        return switch (problem.responsible()) {
            case CUSTOMER -> "connection";
            case OPERATOR -> "ours";
            default -> "microsoft";
        };
    }

    private StepResult.Failure refused(int status, String code, String message) {
        var said = code + " " + message;
        if (related(said)) {
            return new StepResult.Fail(text("related", message));
        }
        var cause = text("refused", status, code, message);
        if (status == NOT_FOUND) {
            return new StepResult.NotYet(cause, true);
        }
        return PASSING.contains(status) || passing(said)
                ? new StepResult.NotYet(cause, false)
                : new StepResult.Fail(cause);
    }

    /** Whether Intune says that the application is not ready for it (intune-in-the-field P1, P2, P4). */
    private static boolean passing(String said) {
        return said.contains("PublishingState is not")
                || said.contains("before the first content version is committed");
    }

    /**
     * Of an outcome that is no answer to a request that makes something anew each time: where it may be done all the same,
     * nobody looks before it is certain to have ended.
     */
    public StepResult.Failure ofCreation(GraphOutcome<?> outcome) {
        return outcome instanceof GraphOutcome.Unavailable<?>(var after)
                ? new StepResult.Retry(text("microsoft"), longer(DeployedVersion.ANSWERED_WITHIN, after))
                : of(outcome);
    }

    private static Duration longer(Duration one, @Nullable Duration other) {
        return other == null || one.compareTo(other) > 0 ? one : other;
    }

    /** Whether Intune speaks of a dependency or supersedence. */
    public static boolean related(String said) {
        var text = said.toLowerCase(Locale.ROOT);
        return text.contains("supersed") || text.contains("dependen") || text.contains("relationship");
    }

    /** Of a download that is not what it should be. */
    public StepResult.Failure of(DownloadOutcome outcome, String address) {
        return switch (outcome) {
            case DownloadOutcome.Answered(var status, var after)
            when status == TOO_MANY || status >= SERVER ->
                new StepResult.Retry(text("download.later", address, status), after);
            case DownloadOutcome.Answered(var status, var after) ->
                status == NOT_FOUND || status == GONE
                        ? new StepResult.Fail(text("download.gone", address, status))
                        : new StepResult.Fail(text("download.refused", address, status));
            case DownloadOutcome.TooLarge large -> new StepResult.Fail(text("download.tooLarge", address));
            case DownloadOutcome.Refused(var reason) ->
                new StepResult.Fail(text("download.forbidden", address, reason.name()));
            case DownloadOutcome.Unreachable(var cause) -> retry("download.unreachable", address);
            case DownloadOutcome.Fetched fetched -> throw new IllegalArgumentException("It is there");
        };
    }

    /** A failure that may pass, by the end of its message key. */
    public StepResult.Retry retry(String key, Object... arguments) {
        return new StepResult.Retry(text(key, arguments), null);
    }
}
