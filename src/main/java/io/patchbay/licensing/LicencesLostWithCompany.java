package io.patchbay.licensing;

import io.patchbay.company.TiedToCompany;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Names the valid licences that nobody can use any more once their company is deleted. */
@Component
class LicencesLostWithCompany implements TiedToCompany {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Licences licences;
    private final MessageSourceAccessor messages;

    LicencesLostWithCompany(Licences licences, MessageSourceAccessor messages) {
        this.licences = licences;
        this.messages = messages;
    }

    @Override
    public List<String> losses() {
        if (licences.switchedOff()) {
            return List.of();
        }
        return licences.all().stream()
                .filter(LicenceView::valid)
                .map(this::sentence)
                .toList();
    }

    private String sentence(LicenceView licence) {
        var key = licence.trial() ? "company.delete.trial" : "company.delete.license";
        return messages.getMessage(key, new Object[] {
            licence.plan(),
            licence.environment().name(),
            licence.devices(),
            DAY.format(Objects.requireNonNull(licence.lastDay()))
        });
    }
}
