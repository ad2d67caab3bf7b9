package callcentre.client.profile;

/** What the provider lets a user do. */
public enum ProfileRole {
  ADMIN,
  USER
}
