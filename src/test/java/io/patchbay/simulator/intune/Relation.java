package io.patchbay.simulator.intune;

/**
 * One application supersedes another, or depends on it.
 *
 * @param source the one that supersedes or depends
 * @param how Graph's {@code supersedenceType} or {@code dependencyType}
 */
public record Relation(Kind kind, String source, String target, String how) {

    /** The two kinds, with the type that stands in Graph's JSON. */
    public enum Kind {
        SUPERSEDENCE("mobileAppSupersedence", "supersedenceType"),
        DEPENDENCY("mobileAppDependency", "dependencyType");

        private final String type;
        private final String property;

        Kind(String type, String property) {
            this.type = type;
            this.property = property;
        }

        /** As it stands in {@code @odata.type}. */
        public String type() {
            return "#microsoft.graph." + type;
        }

        /** The property that says how. */
        public String property() {
            return property;
        }
    }
}
