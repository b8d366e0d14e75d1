package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.environment.ConnectionFeatures;
import io.patchbay.environment.Environments;
import io.patchbay.environment.Feature;
import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.Permit;
import io.patchbay.licensing.Use;
import io.patchbay.platform.pageview.PageView;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether an environment may deploy, and why not. */
@Service
public class DeployGate {

    private final Environments environments;
    private final ConnectionFeatures features;
    private final Licenses licenses;
    private final DeploymentRepository deployments;
    private final MessageSourceAccessor messages;

    DeployGate(
            Environments environments,
            ConnectionFeatures features,
            Licenses licenses,
            DeploymentRepository deployments,
            MessageSourceAccessor messages) {
        this.environments = environments;
        this.features = features;
        this.licenses = licenses;
        this.deployments = deployments;
        this.messages = messages;
    }

    /** Why the environment may have no new deployment now; empty where it may. */
    @Transactional(readOnly = true)
    public Optional<String> whyNoNew(EnvironmentId environment) {
        return whyNot(environment, Use.DEPLOY).or(() -> full(environment));
    }

    /** Why nothing is published now in those of the connected environments where it is not. */
    @Transactional(readOnly = true)
    public Map<EnvironmentId, String> hindrances() {
        return hindrances(Use.CHANGE_DEPLOYMENT);
    }

    /** Why those of the connected environments that may have no new deployment may not, but for the number. */
    @Transactional(readOnly = true)
    public Map<EnvironmentId, String> hindrancesOfNew() {
        return hindrances(Use.DEPLOY);
    }

    private Map<EnvironmentId, String> hindrances(Use use) {
        var why = new HashMap<>(features.whyOff(Feature.DEPLOYMENTS));
        licenses.may(use).forEach((environment, permit) -> {
            if (permit instanceof Permit.Denied(var reason)) {
                why.putIfAbsent(environment, reason);
            }
        });
        return why;
    }

    /** Why nothing of the environment's deployments may be changed now; empty where it may. */
    @Transactional(readOnly = true)
    public Optional<String> whyNoChange(EnvironmentId environment) {
        return whyNot(environment, Use.CHANGE_DEPLOYMENT);
    }

    /**
     * Makes sure that the environment may have a new deployment now.
     *
     * @throws ConflictException where it may not, with the reason for people
     */
    @Transactional(readOnly = true)
    public void checkNew(EnvironmentId environment) {
        whyNoNew(environment).ifPresent(DeployGate::refuse);
    }

    /**
     * Makes sure that the environment's deployments may be changed now.
     *
     * @throws ConflictException where they may not, with the reason for people
     */
    @Transactional(readOnly = true)
    public void checkChange(EnvironmentId environment) {
        whyNoChange(environment).ifPresent(DeployGate::refuse);
    }

    private static void refuse(String reason) {
        throw new ConflictException("deployments.refused", reason);
    }

    private Optional<String> whyNot(EnvironmentId environment, Use use) {
        if (!environments.get(environment).connected()) {
            return Optional.of(messages.getMessage("deployments.gate.notConnected"));
        }
        var off = features.whyOff(Feature.DEPLOYMENTS).get(environment);
        if (off != null) {
            return Optional.of(off);
        }
        return licenses.may(environment, use) instanceof Permit.Denied(var reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /** How many more deployments the environment may have. */
    @Transactional(readOnly = true)
    public int room(EnvironmentId environment) {
        return (int) Math.max(0, licenses.deploymentLimit(environment) - counted(environment));
    }

    private Optional<String> full(EnvironmentId environment) {
        var limit = licenses.deploymentLimit(environment);
        return counted(environment) >= limit
                ? Optional.of(messages.getMessage("deployments.gate.full", new Object[] {limit}))
                : Optional.empty();
    }

    /** A page may ask for each environment, and then reads the numbers of all. */
    private long counted(EnvironmentId environment) {
        return PageView.isOpen()
                ? PageView.once(DeployGate.class, deployments::counted).getOrDefault(environment, 0L)
                : deployments.counted(environment);
    }
}
