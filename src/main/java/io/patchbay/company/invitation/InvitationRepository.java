package io.patchbay.company.invitation;

import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface InvitationRepository extends JpaRepository<Invitation, InvitationKey> {

    @Query("""
            select i from Invitation i
            where i.key.companyId = :company and i.acceptedAt is null order by i.invitedAt desc, i.key.invitationId
            """)
    Page<Invitation> open(@Param("company") UUID company, Pageable page);

    /** Whether an invitation for that address, in whatever case, was not accepted yet; expired ones count. */
    @Query("""
            select count(i) > 0 from Invitation i
            where i.key.companyId = :company and lower(i.email) = lower(:email) and i.acceptedAt is null
            """)
    boolean isPending(@Param("company") UUID company, @Param("email") String email);
}
