package io.patchbay.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/** What is remembered of sessions, and what each request has for itself. */
class AttributeReaderTests {

    private final AttributeReader reader = new AttributeReader();

    @Test
    void whoSomebodyIsIsReadOnce() {
        assertThat(context("ada").getAuthentication())
                .isSameAs(context("ada").getAuthentication())
                .isEqualTo(UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of()));
        assertThat(context("felix").getAuthentication().getName()).isEqualTo("felix");
        var signIn = new SignInRecord(Instant.EPOCH, "192.0.2.1", null);
        assertThat(read(signIn)).isEqualTo(signIn).isSameAs(read(signIn));
        var company = UUID.randomUUID();
        assertThat(read(company)).isEqualTo(company).isSameAs(read(company));
    }

    @Test
    void whatOneRequestChangesNoOtherSees() {
        context("ada").setAuthentication(null);
        assertThat(context("ada").getAuthentication()).isNotNull();
        assertThat(read(new SecurityContextImpl())).isEqualTo(new SecurityContextImpl());
        var list = new ArrayList<>(List.of("one"));
        assertThat(read(list)).isEqualTo(list).isNotSameAs(read(list));
    }

    private SecurityContext context(String name) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
        return (SecurityContext) read(new SecurityContextImpl(authentication));
    }

    private Object read(Serializable attribute) {
        return reader.convert(new SerializingConverter().convert(attribute));
    }
}
