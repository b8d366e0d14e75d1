package io.patchbay.company.member;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface MemberRepository extends JpaRepository<Member, MemberKey> {

    @Query("select count(m) from Member m where m.key.companyId = :company and m.accessManagement = true")
    long countManagingAccess(@Param("company") UUID company);
}
