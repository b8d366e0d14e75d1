package io.patchbay.signin;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.tenancy.Person;

/** Staff of those who run this installation: of the operator's own tenant, with the app role Support. */
final class Operator {

    private static final String APP_ROLE = "Support";

    private Operator() {}

    static boolean is(Person person, MicrosoftProperties microsoft) {
        return person.id().tenantId().toString().equals(microsoft.operatorTenant())
                && person.roles().contains(APP_ROLE);
    }
}
