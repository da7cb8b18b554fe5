package noroshi.people;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Passkeys as Spring Security's ceremonies ask for them. Before somebody is known, all governments are looked at. */
@Repository
class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final Tenancy tenancy;
    private final JdbcClient sql;

    PasskeyStore(Tenancy tenancy, JdbcClient sql) {
        this.tenancy = tenancy;
        this.sql = sql;
    }

    /** An officer's number as the authenticator keeps it: it names nobody to others. */
    static Bytes handle(long officer) {
        return new Bytes(ByteBuffer.allocate(Long.BYTES).putLong(officer).array());
    }

    static long officer(Bytes handle) {
        return handle.getBytes().length == Long.BYTES
                ? ByteBuffer.wrap(handle.getBytes()).getLong()
                : -1;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return entity("id = :key", officer(id));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        return entity("login = :key", login);
    }

    private @Nullable PublicKeyCredentialUserEntity entity(String condition, Object key) {
        return tenancy.everywhere(() -> sql.sql(
                        "select id, login, name from officer where active and not system and " + condition)
                .param("key", key)
                .query((row, n) -> (PublicKeyCredentialUserEntity) ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(row.getLong("id")))
                        .name(row.getString("login"))
                        .displayName(row.getString("name"))
                        .build())
                .optional()
                .orElse(null));
    }

    /** Officers are made elsewhere. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {}

    @Override
    public void save(CredentialRecord record) {
        tenancy.runEverywhere(() -> sql.sql("""
                        insert into officer_passkey (government, id, officer, label, public_key, sign_count, verified, transports,
                               backup_eligible, backed_up, attestation, client_data, created_at, used_at)
                        select government, :id, id, :label, :key, :count, :verified, :transports, :eligible, :backedUp, :attestation,
                               :clientData, :created, :used from officer where id = :officer
                        on conflict (id) do update set sign_count = :count, verified = :verified, backed_up = :backedUp, used_at = :used
                        """)
                .param("id", record.getCredentialId().toBase64UrlString())
                .param("officer", officer(record.getUserEntityUserId()))
                .param("label", record.getLabel())
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("eligible", record.isBackupEligible())
                .param("backedUp", record.isBackupState())
                .param("attestation", bytes(record.getAttestationObject()))
                .param("clientData", bytes(record.getAttestationClientDataJSON()))
                .param("created", Timestamp.from(record.getCreated()))
                .param("used", Timestamp.from(record.getLastUsed()))
                .update());
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return tenancy.everywhere(() -> sql.sql("select * from officer_passkey where id = :id")
                .param("id", id.toBase64UrlString())
                .query(PasskeyStore::record)
                .optional()
                .orElse(null));
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes id) {
        return tenancy.everywhere(
                () -> sql.sql("select * from officer_passkey where officer = :officer order by created_at")
                        .param("officer", officer(id))
                        .query(PasskeyStore::record)
                        .list());
    }

    @Override
    public void delete(Bytes id) {
        tenancy.runEverywhere(() -> sql.sql("delete from officer_passkey where id = :id")
                .param("id", id.toBase64UrlString())
                .update());
    }

    private static CredentialRecord record(ResultSet row, int n) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("id")))
                .userEntityUserId(handle(row.getLong("officer")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("used_at").toInstant())
                .build();
    }
}
