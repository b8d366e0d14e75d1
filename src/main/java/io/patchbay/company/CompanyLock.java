package io.patchbay.company;

import io.patchbay.company.model.CompanyRepository;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks the current company for a transaction: what must not happen twice, or beside its deletion, happens one by one. */
@Service
public class CompanyLock {

    private final CompanyRepository companies;

    CompanyLock(CompanyRepository companies) {
        this.companies = companies;
    }

    /**
     * Waits until the company is not locked by another transaction, then locks it until the surrounding one ends.
     *
     * @return false where the company was deleted, so that nothing may be added to it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tryLock() {
        return companies.locked(Current.company().value()).isPresent();
    }

    /**
     * The same for what makes no sense without the company.
     *
     * @throws NotFoundException where the company was deleted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        if (!tryLock()) {
            throw new NotFoundException();
        }
    }
}
