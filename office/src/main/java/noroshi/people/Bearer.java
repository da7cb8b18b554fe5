package noroshi.people;

import java.util.Set;

/** A system that calls with a token: it acts as its officer, within the token's scopes. */
public record Bearer(Officer officer, Set<Scope> scopes, String tokenId) {

    public Bearer {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.EVERYTHING);
    }
}
