package io.patchbay.platform.tenancy;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.Session;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Binds the current company to the database at the start of each transaction, and for that transaction only, so that
 * row-level security lets through the rows of that company and nothing else. Without a company nothing is bound, and
 * tenant-owned tables appear empty.
 */
@Component("transactionManager")
class CompanyTransactions extends JpaTransactionManager {

    CompanyTransactions(EntityManagerFactory entityManagerFactory) {
        super(entityManagerFactory);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Current.companyIfAny().ifPresent(this::bind);
    }

    private void bind(CompanyId company) {
        var holder = (EntityManagerHolder) TransactionSynchronizationManager.getResource(obtainEntityManagerFactory());
        if (holder == null) {
            throw new IllegalStateException("A transaction began without an entity manager");
        }
        holder.getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement("select set_config('patchbay.company_id', ?, true)")) {
                statement.setString(1, company.toString());
                statement.execute();
            }
        });
    }
}
