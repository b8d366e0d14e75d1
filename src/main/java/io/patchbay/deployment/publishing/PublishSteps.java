package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.PublishStage;
import io.patchbay.deployment.model.PublishStage.Creating;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.Approval;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes one step of a publishing. Stores nothing: a step may be taken again when its result was lost. */
@Component
class PublishSteps {

    private static final Logger LOG = LoggerFactory.getLogger(PublishSteps.class);

    private final ContentSteps content;
    private final ActivationSteps activation;
    private final UploadSteps upload;
    private final AppSteps app;
    private final RelationSteps relation;
    private final AssignmentSteps assignment;
    private final IntuneApps apps;
    private final FailureTranslator causes;
    private final Clock clock;

    PublishSteps(
            ContentSteps content,
            ActivationSteps activation,
            UploadSteps upload,
            AppSteps app,
            RelationSteps relation,
            AssignmentSteps assignment,
            IntuneApps apps,
            FailureTranslator causes,
            Clock clock) {
        this.content = content;
        this.activation = activation;
        this.upload = upload;
        this.app = app;
        this.relation = relation;
        this.assignment = assignment;
        this.apps = apps;
        this.causes = causes;
        this.clock = clock;
    }

    /** A step that needs to know how the version is installed. */
    private interface PlannedStep {
        StepResult take(InstallPlan plan) throws IOException;
    }

    /**
     * Takes the step that is next.
     *
     * @param others the other versions of the deployment, as far as they are not being published, newest first
     */
    StepResult take(PublishContext task, List<DeployedVersion> others) {
        var justification = Objects.requireNonNullElseGet(
                task.deployment().spec().rollout().justification(),
                () -> causes.justification(
                        task.deployment().appName(), task.version().appVersion()));
        var code = task.progress().approvalCode();
        return code == null
                ? new Approval(justification, null).during(() -> decided(task, others))
                : approved(task, others, new Approval(justification, code), code);
    }

    /** Sends again what waited for approval, once it has it. */
    private StepResult approved(PublishContext task, List<DeployedVersion> others, Approval approval, String code) {
        return causes.then(apps.decision(task.tenant(), code), decision -> switch (decision) {
            case OPEN -> new StepResult.AwaitingApproval(causes.text("approval"), code);
            case REJECTED -> new StepResult.Fail(causes.text("rejected"));
            case OVER -> new StepResult.Next(task.progress().awaiting(null));
            case APPROVED -> {
                var result = approval.during(() -> decided(task, others));
                yield result instanceof StepResult.Retry(var cause, var after)
                        ? new StepResult.StartOver(task.progress().awaiting(null), cause, after)
                        : result;
            }
        });
    }

    /** What Microsoft says for minutes on end it means. */
    private StepResult decided(PublishContext task, List<DeployedVersion> others) {
        var result = taken(task, others);
        return result instanceof StepResult.NotYet refusal
                        && task.version().state().settled(clock.instant())
                ? settled(task, refusal)
                : result;
    }

    private StepResult settled(PublishContext task, StepResult.NotYet refusal) {
        if (task.progress().stage() instanceof Creating creating) {
            return creating.app() == null
                    ? planned(task, plan -> app.make(task, creating, plan))
                    : new StepResult.Next(task.at(new Creating(null, creating.content(), false)));
        }
        if (!refusal.missing()) {
            return new StepResult.Fail(refusal.cause());
        }
        GraphOutcome<Optional<IntuneApp>> found = apps.find(task.tenant(), task.app());
        return found instanceof Answered<Optional<IntuneApp>>(var there)
                ? there.isPresent() ? new StepResult.Fail(refusal.cause()) : new StepResult.Gone(causes.text("gone"))
                : refusal;
    }

    private StepResult taken(PublishContext task, List<DeployedVersion> others) {
        return switch (task.progress().stage()) {
            case PublishStage.Fetching stage -> planned(task, plan -> content.fetch(task, stage, plan));
            case PublishStage.Packing stage -> planned(task, plan -> content.pack(task, stage, plan));
            case PublishStage.Remaking stage -> activation.remake(task, stage);
            case Creating stage -> planned(task, plan -> app.create(task, stage, plan));
            case PublishStage.OpeningContent stage -> activation.open(task, stage);
            case PublishStage.AddingFile stage -> activation.addFile(task, stage);
            case PublishStage.Uploading stage -> withFiles(task, () -> upload.upload(task, stage));
            case PublishStage.Committing stage -> upload.commit(task, stage);
            case PublishStage.Verifying stage -> upload.verify(task, stage);
            case PublishStage.UsingContent stage -> activation.use(task, stage);
            case PublishStage.Processing stage -> activation.process(task, stage);
            case PublishStage.Changing stage -> planned(task, plan -> app.change(task, stage, plan));
            case PublishStage.Categorizing stage -> app.categorize(task, stage);
            case PublishStage.Relating stage -> relation.relate(task, stage, others);
            case PublishStage.Assigning stage -> assignment.assign(task, stage);
            case PublishStage.Superseding stage -> last(task, others);
        };
    }

    private StepResult last(PublishContext task, List<DeployedVersion> others) {
        var moved = relation.moveDependents(task, task.app(), others);
        if (!(moved instanceof Answered<Boolean>)) {
            return causes.of(moved);
        }
        var result = assignment.supersede(task, others);
        return result instanceof StepResult.Done && task.progress().mayHaveTwins() ? app.removeTwins(task) : result;
    }

    /** A step that works with files. */
    private interface FileStep {
        StepResult take() throws IOException;
    }

    private StepResult withFiles(PublishContext task, FileStep step) {
        try {
            return step.take();
        } catch (IOException e) {
            LOG.error("Publishing {} cannot write its files", task.version().id(), e);
            return causes.retry("disk");
        }
    }

    private StepResult planned(PublishContext task, PlannedStep step) {
        var plan = task.plan();
        return plan.isPresent()
                ? withFiles(task, () -> step.take(plan.get()))
                : new StepResult.Fail(causes.text(
                        "noInstaller",
                        task.version().appVersion(),
                        task.deployment().spec().architecture().name().toLowerCase(Locale.ROOT)));
    }
}
