package io.patchbay.platform.pageview;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Has a page view forget what it had read once the same request changed something. */
@Component
class ForgetChanged implements TransactionExecutionListener {

    ForgetChanged(ConfigurableTransactionManager transactions) {
        transactions.addListener(this);
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (!transaction.isReadOnly()) {
            PageView.forget();
        }
    }
}
