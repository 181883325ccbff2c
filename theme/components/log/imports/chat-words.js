// What WhatsApp itself writes into a chat, in seven languages. These lines are evidence, too.

export const MISSED =
  /^(missed (group )?(voice|video) call|verpasster (sprach|video)anruf|(vídeo)?llamada( de voz| grupal)? perdida|(video)?llamada( de voz)? perdida|appel (vocal|vidéo) manqué|(chiamata vocale|videochiamata) persa|chamada de (voz|vídeo) perdida|ligação de (voz|vídeo) perdida|gemiste (spraak|video)-?oproep)/i;

export const CALL =
  /^((voice|video) call\b|(sprach|video)anruf\b|llamada de voz|videollamada|appel (vocal|vidéo)|chiamata vocale|videochiamata|chamada de (voz|vídeo)|(spraak|video)-?oproep)/i;

export const NO_ANSWER =
  /no answer|keine antwort|sin respuesta|sans réponse|nessuna risposta|sem resposta|niet beantwoord/i;

export const DELETED =
  /^(this message was deleted|you deleted this message|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|se eliminó este mensaje|este mensaje fue eliminado|eliminaste este mensaje|ce message a été supprimé|vous avez supprimé ce message|questo messaggio è stato eliminato|hai eliminato questo messaggio|mensagem apagada|esta mensagem foi apagada|você apagou esta mensagem|dit bericht is verwijderd|je hebt dit bericht verwijderd)/i;

export const EDITED =
  /<\u200e?(this message was edited|diese nachricht wurde bearbeitet|se editó este mensaje\.?|ce message a été modifié|questo messaggio è stato modificato|mensagem editada|esta mensagem foi editada|dit bericht is bewerkt)>/i;

/** Behind a name only where the app marked the line. */
export const SYSTEM = new RegExp(
  [
    "^(messages|nachrichten|los mensajes|les messages|i messaggi|as mensagens|berichten).{0,80}(end-to-end|ende-zu-ende|extremo a extremo|bout en bout|ponta a ponta)",
    "^(you|du|vous|tú|hai|você|je) .{0,30}(blocked|blockiert|bloqué|bloccato|bloqueou|geblokkeerd) .{0,30}(contact|business|person|kontakt|contatto|contato)|^(des)?bloqueaste a este contacto",
    "^you unblocked this|^du hast diesen kontakt (blockiert|freigegeben)",
    "changed their phone number|hat .{0,40}telefonnummer.{0,20}geändert|cambió (de|su) número de teléfono|a changé de numéro de téléphone|ha cambiato numero di telefono|mudou de número de telefone",
    "^your security code|^deine sicherheitsnummer|^cambió tu código de seguridad|^votre code de sécurité",
    "created (this )?group|added|joined|\\bleft\\b|removed|changed|turned o(n|ff)|updated|admin|is a contact",
    "erstellt|hinzugefügt|verlassen|entfernt|geändert|creó|añadió|salió|cambió|créé|ajouté|quitté|modifié",
    "creato|aggiunto|abbandonato|cambiato|criou|adicionou|saiu|mudou|aangemaakt|toegevoegd|verlaten|gewijzigd",
    "disappearing|selbstlöschend|temporales|éphémères|effimeri|temporárias|verdwijnende",
  ].join("|"),
  "i",
);
