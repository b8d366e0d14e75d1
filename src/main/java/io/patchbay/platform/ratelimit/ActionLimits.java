package io.patchbay.platform.ratelimit;

import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets the current person do something only so often; also their company, and the address they come from. */
@Component
public class ActionLimits {

    /** Several people work for a company, and many share an address. */
    private static final int SHARED_BY = 5;

    private final RateLimits limits;
    private final LimitProperties properties;
    private final ApplicationEventPublisher publisher;

    ActionLimits(RateLimits limits, LimitProperties properties, ApplicationEventPublisher publisher) {
        this.limits = limits;
        this.properties = properties;
        this.publisher = publisher;
    }

    /**
     * Counts one more. To be called outside transactions, once nothing else is wrong.
     *
     * @throws TooManyRequestsException where it was done too often; says when it may be done again
     */
    public void take(LimitedAction action) {
        var human = Current.actor() instanceof Actor.Human person ? person : null;
        var own = new ArrayList<String>();
        var shared = new ArrayList<String>();
        if (human != null) {
            own.add(bucket(action, "person", human.id()));
            var origin = human.origin();
            if (origin != null) {
                shared.add(bucket(action, "address", origin.address()));
            }
        }
        if (action != LimitedAction.COMPANY) {
            Current.companyIfAny().ifPresent(company -> shared.add(bucket(action, "company", company)));
        }
        var verdicts =
                Stream.of(take(own, action, 1), take(shared, action, SHARED_BY)).toList();
        if (verdicts.stream().anyMatch(RateLimits.Verdict::firstRefusal)
                && Current.companyIfAny().isPresent()) {
            publisher.publishEvent(new LimitReached(action));
        }
        verdicts.stream().filter(verdict -> !verdict.allowed()).findFirst().ifPresent(verdict -> {
            throw new TooManyRequestsException(verdict.retryAfter());
        });
    }

    private RateLimits.Verdict take(List<String> buckets, LimitedAction action, int times) {
        return limits.take(buckets, properties.of(action) * times, action.window());
    }

    private static String bucket(LimitedAction action, String kind, Object whose) {
        return action.name().toLowerCase(Locale.ROOT) + "/" + kind + "/" + whose;
    }
}
