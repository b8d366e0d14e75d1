package io.patchbay.licensing;

import io.patchbay.licensing.trial.TrialClaims;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the screens after connecting offer: trial or key. */
@Service
public class ActivationOffers {

    private final Licenses licenses;
    private final Plans plans;
    private final TrialClaims claims;

    ActivationOffers(Licenses licenses, Plans plans, TrialClaims claims) {
        this.licenses = licenses;
        this.plans = plans;
        this.claims = claims;
    }

    /**
     * The offer for an environment.
     *
     * @param plan the plan chosen for the trial, null for the usual one
     * @throws NotFoundException where the company has no such environment
     * @throws InvalidRequestException where there is no such plan
     */
    @Transactional(readOnly = true)
    public ActivationOffer of(EnvironmentId environment, @Nullable String plan) {
        var view = licenses.of(environment);
        var found = view.environment().managedDevices();
        return new ActivationOffer(
                view,
                plan == null
                        ? plans.ofTrials()
                        : plans.find(plan).orElseThrow(() -> new InvalidRequestException("license.plan.unknown")),
                found == null || found < 1 ? 1 : found,
                licenses.trialDays(),
                claims.used(view.environment().tenantId()).orElse(null));
    }
}
