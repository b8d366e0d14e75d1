package io.patchbay.platform.tenancy;

import java.util.UUID;

/** Identifies a company. */
public record CompanyId(UUID value) {

    /** Stands for the operator of this installation, whose own log is kept like a company's. */
    public static final CompanyId OPERATOR = new CompanyId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
