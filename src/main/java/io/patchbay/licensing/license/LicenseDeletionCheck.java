package io.patchbay.licensing.license;

import io.patchbay.company.CompanyDeletionCheck;
import io.patchbay.licensing.LicenseView;
import io.patchbay.licensing.Licenses;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Names the valid licenses that nobody can use any more once their company is deleted. */
@Component
class LicenseDeletionCheck implements CompanyDeletionCheck {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Licenses licenses;
    private final MessageSourceAccessor messages;

    LicenseDeletionCheck(Licenses licenses, MessageSourceAccessor messages) {
        this.licenses = licenses;
        this.messages = messages;
    }

    @Override
    public List<String> losses() {
        if (licenses.switchedOff()) {
            return List.of();
        }
        return licenses.all().stream()
                .filter(LicenseView::valid)
                .map(this::sentence)
                .toList();
    }

    private String sentence(LicenseView license) {
        var key = license.trial() ? "company.delete.trial" : "company.delete.license";
        return messages.getMessage(key, new Object[] {
            license.plan(),
            license.environment().name(),
            license.devices(),
            DAY.format(Objects.requireNonNull(license.lastDay()))
        });
    }
}
