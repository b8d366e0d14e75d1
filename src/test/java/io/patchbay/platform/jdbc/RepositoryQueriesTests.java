package io.patchbay.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;

@PortalTest
class RepositoryQueriesTests {

    /** The start does not tell any more: each repository reads its queries when it is first used. */
    @Test
    void everyQueryOfEveryRepositoryCanBeRead(Portal portal) {
        assertThat(portal.beans().getBeansOfType(Repository.class)).hasSizeGreaterThan(10);
    }
}
