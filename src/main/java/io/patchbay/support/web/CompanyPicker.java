package io.patchbay.support.web;

import io.patchbay.company.Companies;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.support.session.SupportSessions;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Which company is meant by what somebody typed, or took from the suggestions. */
@Component
class CompanyPicker {

    private static final Pattern ID =
            Pattern.compile("\\(?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\)?\\s*$");

    private final SupportSessions sessions;
    private final Companies companies;
    private final MessageSourceAccessor messages;

    CompanyPicker(SupportSessions sessions, Companies companies, MessageSourceAccessor messages) {
        this.sessions = sessions;
        this.companies = companies;
        this.messages = messages;
    }

    /** A company that can be chosen, and the text that stands for it in the field. */
    public record Choice(CompanyName company, String text) {}

    /** The companies that what was typed can mean: none, the one, or several. */
    List<Choice> matching(String typed) {
        var term = typed.strip();
        if (term.isEmpty()) {
            return List.of();
        }
        var named = ID.matcher(term);
        if (named.find()) {
            var known = choice(UUID.fromString(named.group(1)));
            if (known != null) {
                return List.of(known);
            }
        }
        var found = sessions.search(term);
        var exact = found.stream()
                .filter(company -> company.name().equalsIgnoreCase(term))
                .toList();
        return (exact.size() == 1 ? exact : found).stream().map(this::choice).toList();
    }

    /** What stands in the field for a company; empty for none. */
    String text(@Nullable UUID company) {
        var choice = company == null ? null : choice(company);
        return choice == null ? "" : choice.text();
    }

    private @Nullable Choice choice(UUID company) {
        var id = new CompanyId(company);
        return companies
                .nameOf(id)
                .map(name -> choice(new CompanyName(id, name)))
                .orElse(null);
    }

    private Choice choice(CompanyName company) {
        return new Choice(company, messages.getMessage("staff.licensing.company.option", new Object[] {
            company.name(), company.id().toString()
        }));
    }
}
