package io.patchbay.startup;

import java.util.Locale;

/** A setting as operators know it: the property, and the variable that sets it. */
record Setting(String property) {

    static final Setting URL = new Setting("spring.datasource.url");
    static final Setting USER = new Setting("spring.datasource.username");
    static final Setting PASSWORD = new Setting("spring.datasource.password");
    static final Setting OWNER_URL = new Setting("spring.flyway.url");
    static final Setting OWNER = new Setting("spring.flyway.user");
    static final Setting OWNER_PASSWORD = new Setting("spring.flyway.password");

    @Override
    public String toString() {
        return "%s (%s)"
                .formatted(property, property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
    }
}
