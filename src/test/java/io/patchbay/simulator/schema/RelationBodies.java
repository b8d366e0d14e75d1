package io.patchbay.simulator.schema;

import io.patchbay.simulator.intune.Relation;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What Intune requires of the relations of an application (learn.microsoft.com: updateRelationships). */
public final class RelationBodies {
    private static final int NAME = 500;

    private static final Function<JsonNode, String> ONE = Schema.oneOf(
            relation(Relation.Kind.SUPERSEDENCE, "mobileAppSupersedence", "update", "replace"),
            relation(Relation.Kind.DEPENDENCY, "mobileAppDependency", "detect", "autoInstall"));

    private static final Schema UPDATE =
            Schema.of("updateRelationships").list("relationships", ONE).required("relationships");

    private RelationBodies() {}

    private static Schema relation(Relation.Kind kind, String name, String... how) {
        return Schema.of(name)
                .typed()
                .text("id", NAME)
                .guid("targetId")
                .choice("targetType", "child")
                .choice(kind.property(), how)
                .required("targetId", kind.property());
    }

    /** What is wrong; empty where nothing is. */
    public static String problem(JsonNode body) {
        return UPDATE.problem(body);
    }
}
