package io.patchbay.platform.job;

import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of a recurring job that is done company by company, each for itself. */
public final class PerCompany {

    private static final Logger LOG = LoggerFactory.getLogger(PerCompany.class);

    private PerCompany() {}

    /**
     * Works on every one of these things, each on behalf of its company. What fails for one is logged, left to the next
     * recurrence, and keeps no other waiting.
     */
    public static <T> void forEach(List<T> things, Function<T, CompanyId> company, Actor actor, Consumer<T> work) {
        things.forEach(thing -> Correlation.run(
                UUID.randomUUID().toString(), () -> attempt(company.apply(thing), actor, () -> work.accept(thing))));
    }

    private static void attempt(CompanyId company, Actor actor, Runnable work) {
        try {
            Current.as(company, actor, () -> {
                work.run();
                return true;
            });
        } catch (RuntimeException e) {
            LOG.error("{} failed for the company {} and is left to the next time", actor.name(), company, e);
        }
    }
}
