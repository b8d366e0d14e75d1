package io.patchbay.licensing;

import io.patchbay.licensing.license.LicensingProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The plans on offer. */
@Component
public class Plans {

    private final List<Plan> plans;

    Plans(LicensingProperties properties) {
        this.plans = properties.plans();
    }

    /** All of them, lowest first. */
    public List<Plan> all() {
        return plans;
    }

    /** The one that trials are of unless another is chosen: the middle one. */
    public Plan ofTrials() {
        return plans.get(plans.size() / 2);
    }

    /** The plan of that identifier. */
    public Optional<Plan> find(String id) {
        return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /** Names by identifier, for a choice. */
    public Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        plans.forEach(plan -> names.put(plan.id(), plan.name()));
        return names;
    }

    /** The name of a plan, also of one that is not on offer any more. */
    public String nameOf(String id) {
        return find(id).map(Plan::name).orElse(id);
    }

    public boolean isLower(String plan, String than) {
        return rank(plan) < rank(than);
    }

    private int rank(String id) {
        return find(id).map(plans::indexOf).orElse(-1);
    }
}
