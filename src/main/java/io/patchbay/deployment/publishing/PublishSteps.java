package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.Causes;
import io.patchbay.deployment.model.DeployedVersion;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes one step of a publishing. Stores nothing: a step may be taken again when its result was lost. */
@Component
class PublishSteps {

    private static final Logger LOG = LoggerFactory.getLogger(PublishSteps.class);

    private final ContentSteps content;
    private final AppSteps app;
    private final Causes causes;

    PublishSteps(ContentSteps content, AppSteps app, Causes causes) {
        this.content = content;
        this.app = app;
        this.causes = causes;
    }

    /**
     * Takes the step that is next.
     *
     * @param others the other versions of the deployment that are the latest in Intune until now
     */
    StepResult take(PublishContext task, List<DeployedVersion> others) {
        try {
            return switch (task.work().step()) {
                case FETCH, PACK, CREATE -> withPlan(task);
                case CONTENT_VERSION -> content.contentVersion(task);
                case FILE -> content.file(task);
                case UPLOAD -> content.upload(task);
                case COMMIT -> content.commit(task);
                case CHECK_COMMIT -> content.checkCommit(task);
                case USE_CONTENT -> content.useContent(task);
                case CATEGORIES -> app.categorize(task);
                case ASSIGN -> app.assign(task);
                case SUPERSEDE -> app.supersede(task, others);
            };
        } catch (IOException e) {
            LOG.error("Publishing {} cannot write its files", task.version().id(), e);
            return causes.retry("disk");
        }
    }

    private StepResult withPlan(PublishContext task) throws IOException {
        var plan = task.plan();
        if (plan.isEmpty()) {
            return new StepResult.Fail(causes.text(
                    "noInstaller",
                    task.version().appVersion(),
                    task.deployment().spec().architecture().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return switch (task.work().step()) {
            case FETCH -> content.fetch(task, plan.get());
            case PACK -> content.pack(task, plan.get());
            default -> app.create(task, plan.get());
        };
    }
}
