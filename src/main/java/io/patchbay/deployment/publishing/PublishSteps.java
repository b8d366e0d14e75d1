package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.PublishStage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes one step of a publishing. Stores nothing: a step may be taken again when its result was lost. */
@Component
class PublishSteps {

    private static final Logger LOG = LoggerFactory.getLogger(PublishSteps.class);

    private final ContentSteps content;
    private final UploadSteps upload;
    private final AppSteps app;
    private final AssignmentSteps assignment;
    private final FailureTranslator causes;

    PublishSteps(
            ContentSteps content,
            UploadSteps upload,
            AppSteps app,
            AssignmentSteps assignment,
            FailureTranslator causes) {
        this.content = content;
        this.upload = upload;
        this.app = app;
        this.assignment = assignment;
        this.causes = causes;
    }

    /** A step that needs to know how the version is installed. */
    private interface PlannedStep {
        StepResult take(InstallPlan plan) throws IOException;
    }

    /**
     * Takes the step that is next.
     *
     * @param others the other versions of the deployment that are the latest in Intune until now
     */
    StepResult take(PublishContext task, List<DeployedVersion> others) {
        try {
            return switch (task.progress().stage()) {
                case PublishStage.Fetching stage -> planned(task, plan -> content.fetch(task, stage, plan));
                case PublishStage.Packing stage -> planned(task, plan -> content.pack(task, stage, plan));
                case PublishStage.Creating stage -> planned(task, plan -> app.create(task, stage, plan));
                case PublishStage.OpeningContent stage -> content.open(task, stage);
                case PublishStage.AddingFile stage -> content.addFile(task, stage);
                case PublishStage.Uploading stage -> upload.upload(task, stage);
                case PublishStage.Committing stage -> upload.commit(task, stage);
                case PublishStage.Verifying stage -> upload.verify(task, stage);
                case PublishStage.UsingContent stage -> content.use(task, stage);
                case PublishStage.Categorizing stage -> app.categorize(task, stage);
                case PublishStage.Assigning stage -> assignment.assign(task, stage);
                case PublishStage.Superseding stage -> assignment.supersede(task, others);
            };
        } catch (IOException e) {
            LOG.error("Publishing {} cannot write its files", task.version().id(), e);
            return causes.retry("disk");
        }
    }

    private StepResult planned(PublishContext task, PlannedStep step) throws IOException {
        var plan = task.plan();
        return plan.isPresent()
                ? step.take(plan.get())
                : new StepResult.Fail(causes.text(
                        "noInstaller",
                        task.version().appVersion(),
                        task.deployment().spec().architecture().name().toLowerCase(Locale.ROOT)));
    }
}
