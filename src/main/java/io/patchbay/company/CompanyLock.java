package io.patchbay.company;

import io.patchbay.company.member.CompanyRepository;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds the current company for a transaction, so that nobody deletes it meanwhile. */
@Service
public class CompanyLock {

    private final CompanyRepository companies;

    CompanyLock(CompanyRepository companies) {
        this.companies = companies;
    }

    /**
     * Waits for whoever holds the company, then holds it until the surrounding transaction ends.
     *
     * @return false where the company was deleted, so that nothing may be added to it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take() {
        return companies.locked(Current.company().value()).isPresent();
    }

    /**
     * The same for what makes no sense without the company.
     *
     * @throws NotFoundException where the company was deleted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep() {
        if (!take()) {
            throw new NotFoundException();
        }
    }
}
