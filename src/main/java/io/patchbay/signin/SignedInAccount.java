package io.patchbay.signin;

import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.ui.Account;
import io.patchbay.ui.AccountSource;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in, for the top bar. */
@Component
class SignedInAccount implements AccountSource {

    @Override
    public Optional<Account> account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PortalUser user
                ? Optional.of(account(user.person()))
                : Optional.empty();
    }

    private Account account(Person person) {
        return new Account(
                person.name(),
                person.email(),
                Current.scope().map(Current.Scope::companyName).orElse(null),
                true,
                Current.is(StaffRole.SUPPORT));
    }
}
