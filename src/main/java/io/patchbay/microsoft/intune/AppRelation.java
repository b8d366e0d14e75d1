package io.patchbay.microsoft.intune;

import java.util.Map;

/**
 * A relation of one application to another, as Graph gave it or as it is to be.
 *
 * @param other the other application
 * @param kind what it is
 * @param towards whether the other one is superseded or needed; false where the other one supersedes or needs this one
 * @param how Graph's {@code supersedenceType} or {@code dependencyType}
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-apps-mobileapprelationship?view=graph-rest-beta">Relationships</a>
 */
public record AppRelation(String other, Kind kind, boolean towards, String how) {

    /** How many applications can hang together by supersedence (learn.microsoft.com/intune: Win32 app supersedence). */
    public static final int SUPERSEDENCE_AT_MOST = 10;

    private static final String TYPE = "@odata.type";
    private static final String PREFIX = "#microsoft.graph.";

    /** What relations there are. */
    public enum Kind {
        SUPERSEDENCE("mobileAppSupersedence", "supersedenceType"),
        DEPENDENCY("mobileAppDependency", "dependencyType");

        private final String type;
        private final String property;

        Kind(String type, String property) {
            this.type = PREFIX + type;
            this.property = property;
        }
    }

    /** The application updates the other one, which is not uninstalled first. */
    public static AppRelation updates(String other) {
        return new AppRelation(other, Kind.SUPERSEDENCE, true, "update");
    }

    /** The application needs the other one, which Intune installs before it. */
    public static AppRelation needs(String other) {
        return new AppRelation(other, Kind.DEPENDENCY, true, "autoInstall");
    }

    /** Whether it needs the other one. */
    public boolean dependency() {
        return towards && kind == Kind.DEPENDENCY;
    }

    /** Whether it supersedes the other one. */
    public boolean supersedence() {
        return towards && kind == Kind.SUPERSEDENCE;
    }

    static AppRelation of(Map<String, Object> json) {
        var kind = Kind.SUPERSEDENCE.type.equals(json.get(TYPE)) ? Kind.SUPERSEDENCE : Kind.DEPENDENCY;
        return new AppRelation(
                String.valueOf(json.get("targetId")),
                kind,
                "child".equals(json.get("targetType")),
                String.valueOf(json.get(kind.property)));
    }

    Map<String, Object> json() {
        return Map.of(TYPE, kind.type, "targetId", other, kind.property, how);
    }
}
