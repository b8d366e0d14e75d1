package io.patchbay.deployment.management;

import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.platform.problem.ExplainedException;
import io.patchbay.platform.problem.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Does the same with several deployments, each in a transaction of its own: what can be done is done, and the rest is named
 * with the reason.
 */
@Component
public class DeploymentSelection {

    /** How many can be treated at once. */
    public static final int AT_MOST = 20;

    private final DeploymentQueries queries;
    private final Deployments deployments;
    private final DeploymentUpdates updates;
    private final MessageSourceAccessor messages;

    DeploymentSelection(
            DeploymentQueries queries,
            Deployments deployments,
            DeploymentUpdates updates,
            MessageSourceAccessor messages) {
        this.queries = queries;
        this.deployments = deployments;
        this.updates = updates;
        this.messages = messages;
    }

    /**
     * What came of it.
     *
     * @param done with how many it was done
     * @param notDone those with which it could not be done
     */
    public record SelectionResult(int done, List<NotDone> notDone) {}

    /**
     * A deployment with which it could not be done.
     *
     * @param reason for people
     */
    public record NotDone(String appName, String reason) {}

    /** {@link Deployments#pause} for each. */
    public SelectionResult pause(List<DeploymentId> ids) {
        return each(ids, deployments::pause);
    }

    /** {@link DeploymentUpdates#now} for each. */
    public SelectionResult update(List<DeploymentId> ids) {
        return each(ids, updates::now);
    }

    /** {@link Deployments#retry} for each. */
    public SelectionResult retry(List<DeploymentId> ids) {
        return each(ids, deployments::retry);
    }

    /** {@link Deployments#delete} for each. */
    public SelectionResult delete(List<DeploymentId> ids) {
        return each(ids, deployments::delete);
    }

    private SelectionResult each(List<DeploymentId> ids, Consumer<DeploymentId> action) {
        var names = queries.names(ids);
        if (names.isEmpty()) {
            throw new NotFoundException();
        }
        var notDone = new ArrayList<NotDone>();
        for (var id : ids) {
            var name = names.getOrDefault(id, messages.getMessage("deployments.selection.unknown"));
            try {
                action.accept(id);
            } catch (NotFoundException e) {
                notDone.add(new NotDone(name, messages.getMessage("deployments.selection.gone")));
            } catch (ConcurrencyFailureException e) {
                notDone.add(new NotDone(name, messages.getMessage("deployments.changed")));
            } catch (ExplainedException e) {
                notDone.add(new NotDone(name, messages.getMessage(e.messageKey(), e.args())));
            }
        }
        return new SelectionResult(ids.size() - notDone.size(), List.copyOf(notDone));
    }
}
