package io.patchbay.company.web;

import io.patchbay.company.Members;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds members by name and e-mail address. */
@Component
class PeopleHits implements SearchSource {

    private final Members members;

    PeopleHits(Members members) {
        this.members = members;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String label() {
        return "nav.users";
    }

    @Override
    public List<SearchHit> find(String text) {
        return Current.may(Capability.VIEW_USERS)
                ? members.page(text, 1).stream()
                        .limit(SHOWN)
                        .map(member -> new SearchHit(member.name(), member.email(), "/settings/users/" + member.id()))
                        .toList()
                : List.of();
    }
}
