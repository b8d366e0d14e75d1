package io.patchbay.deployment.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Which versions of an application are published. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "policy")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VersionChoice.Latest.class, name = "LATEST"),
    @JsonSubTypes.Type(value = VersionChoice.Fixed.class, name = "FIXED")
})
public sealed interface VersionChoice {

    /** The longest update ring, in days. */
    int RING_AT_MOST = 90;

    /**
     * The latest version, always.
     *
     * @param ringDays how many days a version must have been in the catalog before it is published, at most {@link
     *     #RING_AT_MOST}
     */
    record Latest(int ringDays) implements VersionChoice {

        public Latest {
            if (ringDays < 0 || ringDays > RING_AT_MOST) {
                throw new IllegalArgumentException("No update ring: " + ringDays);
            }
        }
    }

    /** That one version and no other. */
    record Fixed(String version) implements VersionChoice {}
}
