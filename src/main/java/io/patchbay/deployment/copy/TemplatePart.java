package io.patchbay.deployment.copy;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.deployment.assignment.AssignmentRow;
import io.patchbay.deployment.quick.DeploymentTemplate;
import io.patchbay.deployment.quick.DeploymentTemplates;
import io.patchbay.deployment.quick.QuickDefaults;
import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.PortablePart;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The templates that name an environment, to be taken along. Groups and filters are in them by name, so that they mean those of
 * the same name wherever they are imported; of their environments the one remains that they are imported to.
 */
@Component
@Order(TemplatePart.AFTER_GROUPS)
class TemplatePart implements PortablePart<TemplatePart.CopiedTemplate> {

    static final int AFTER_GROUPS = 6;

    private final DeploymentTemplates templates;
    private final MessageSourceAccessor messages;

    TemplatePart(DeploymentTemplates templates, MessageSourceAccessor messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /** A template as it stands in a file. */
    record CopiedTemplate(
            String name,
            @Nullable Architecture architecture,
            @Nullable InstallScope scope,
            @Nullable String language,
            int ringDays,
            int retain,
            boolean requires,
            List<AssignmentRow> assignments) {

        static CopiedTemplate of(DeploymentTemplate template) {
            var defaults = template.defaults();
            return new CopiedTemplate(
                    template.name(),
                    defaults.architecture(),
                    defaults.scope(),
                    defaults.language(),
                    defaults.ringDays(),
                    defaults.retain(),
                    defaults.requires(),
                    defaults.assignments());
        }

        QuickDefaults in(EnvironmentId environment) {
            return new QuickDefaults(
                    new LinkedHashSet<>(List.of(environment.value())),
                    architecture,
                    scope,
                    language,
                    ringDays,
                    retain,
                    requires,
                    assignments);
        }
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public Class<CopiedTemplate> type() {
        return CopiedTemplate.class;
    }

    @Override
    public List<CopiedTemplate> pieces(EnvironmentId environment) {
        return templates.all().stream()
                .filter(one -> one.defaults().environments().contains(environment.value()))
                .map(CopiedTemplate::of)
                .toList();
    }

    @Override
    public Capability needed() {
        return Capability.MANAGE_DEPLOYMENTS;
    }

    @Override
    public PartImport<CopiedTemplate> importing(
            EnvironmentId environment, List<CopiedTemplate> all, GroupMapping groups) {
        return new TemplateImport(environment, all);
    }

    private final class TemplateImport implements PartImport<CopiedTemplate> {

        private final EnvironmentId environment;
        private final List<CopiedTemplate> all;

        TemplateImport(EnvironmentId environment, List<CopiedTemplate> all) {
            this.environment = environment;
            this.all = all;
        }

        @Override
        public List<Prospect> prospects() {
            var there = templates.all();
            return all.stream().map(one -> prospect(one, there)).toList();
        }

        private Prospect prospect(CopiedTemplate one, List<DeploymentTemplate> there) {
            var detail = messages.getMessage(
                    "copy.template.detail", new Object[] {one.assignments().size(), one.ringDays(), one.retain()});
            var named = there.stream()
                    .filter(other -> other.name().equalsIgnoreCase(one.name()))
                    .findFirst();
            if (named.isEmpty()) {
                return Prospect.possible(one.name(), detail);
            }
            return CopiedTemplate.of(named.get()).equals(one)
                    ? Prospect.there(one.name(), detail)
                    : Prospect.impossible(
                            one.name(), detail, messages.getMessage("templates.taken", new Object[] {one.name()}));
        }

        @Override
        public Optional<String> make(int number, Supplied supplied) {
            var one = all.get(number);
            templates.add(one.name(), one.in(environment));
            return Optional.empty();
        }
    }
}
