/** What colleagues do and did: table {@code agent_status_history}. */
@org.jspecify.annotations.NullMarked
package callcentre.storage.presence;
