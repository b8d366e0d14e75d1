package io.patchbay.company.settings;

import io.patchbay.company.model.Company;
import io.patchbay.company.model.CompanyDetails;
import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.company.model.CompanyRepository;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the current company says of itself. */
@Service
public class CompanySettings {

    private final CompanyRepository companies;
    private final EventLog log;

    CompanySettings(CompanyRepository companies, EventLog log) {
        this.companies = companies;
        this.log = log;
    }

    /** The data as they are. */
    @Transactional(readOnly = true)
    public CompanyDetails get() {
        return company().general();
    }

    /** Changes the data; each that changes is named in the event, and nothing is where nothing does. */
    @Transactional
    public void change(CompanyDetails wanted) {
        var company = company();
        var before = company.general();
        if (before.equals(wanted)) {
            return;
        }
        company.becomes(wanted);
        companies.saveAndFlush(company);
        tell("name", "name", before, wanted, CompanyDetails::name);
        tell("country", "country", before, wanted, CompanyDetails::country);
        tell("contactEmail", "contact email", before, wanted, CompanyDetails::contactEmail);
        tell("billingEmail", "billing email", before, wanted, CompanyDetails::billingEmail);
        tell("appLanguage", "language of applications", before, wanted, CompanyDetails::appLanguage);
    }

    private void tell(
            String variant,
            String what,
            CompanyDetails before,
            CompanyDetails after,
            Function<CompanyDetails, String> part) {
        if (!part.apply(before).equals(part.apply(after))) {
            log.append(NewEvent.of(CompanyEventKind.COMPANY_UPDATED)
                    .variant(variant)
                    .with("changed", what)
                    .with("before", part.apply(before))
                    .with("after", part.apply(after)));
        }
    }

    private Company company() {
        return companies
                .findById(Current.company().value())
                .filter(Company::exists)
                .orElseThrow(NotFoundException::new);
    }
}
