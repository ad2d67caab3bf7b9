package callcentre.client.token;

/**
 * What a request of the provider needs: the credentials' key and a token made from them.
 *
 * @param versionId the published version that the token has
 */
public record SignIn(Credentials credentials, AccessToken token, String versionId) {}
