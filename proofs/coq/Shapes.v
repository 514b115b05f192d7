(* Networks and shapes: the words of KeY's theory are those of Model.v. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model KeyModel Words Bridge.
Module M := Model.
Module K := KeyModel.
Module W := Words.
Import Bridge.
Open Scope Z_scope.

Section Shapes.
Context {key : K.Key}.

Lemma hasColumns_nat A (n : nat) : W.hasColumns A (Z.of_nat n) <-> M.hasColumns A n.
Proof.
  unfold W.hasColumns, M.hasColumns. split; intros columns k Hk.
  - specialize (columns (Z.of_nat k)). lists. lia.
  - natural k. specialize (columns k). lists. lia.
Qed.
Lemma sameShape_nat A N : W.sameShape A N <-> M.sameShape A N.
Proof.
  unfold W.sameShape, M.sameShape. split; intros [E columns]; (split; [lists; lia|]); intros k Hk.
  - specialize (columns (Z.of_nat k)). lists. lia.
  - natural k. specialize (columns k). lists. lia.
Qed.
Lemma sameStackShape_nat V U : W.sameStackShape V U <-> M.sameStackShape V U.
Proof.
  unfold W.sameStackShape, M.sameStackShape. split; intros [E layers]; (split; [lists; lia|]); intros k Hk.
  - specialize (layers (Z.of_nat k)). rewrite sameShape_nat in layers. lists. apply layers. lia.
  - natural k. rewrite sameShape_nat. specialize (layers k). lists. apply layers. lia.
Qed.

(* how many inputs a network takes: any number if its first layer has no unit *)
Lemma network_of V N m : W.network V N -> (M.rows (M.layer V 0) <> 0%nat -> K.inputs V = Z.of_nat m) -> M.network V N m.
Proof.
  intros ((deep & biases) & layers) inputs. unfold M.network. split; [lists; lia|]. split; [lists; lia|]. intros k Hk.
  destruct (layers (Z.of_nat k)) as [columns fits]; [lists; lia|]. split.
  - destruct k as [|k].
    + intros i Hi. specialize (columns (Z.of_nat i)). change (K.width V (Z.of_nat 0)) with (K.inputs V) in columns. rewrite inputs in columns by lia. cbn [M.width]. lists. lia.
    + cbn [M.width]. rewrite <- hasColumns_nat. unfold K.width in columns. destruct (Z.leb_spec (Z.of_nat (S k)) 0); [lia|].
      replace (Z.of_nat (S k) - 1) with (Z.of_nat k) in columns by lia. lists. assumption.
  - unfold W.biasFits in fits. unfold M.biasFits. lists. lia.
Qed.
Lemma network_nat V N : W.network V N -> exists m, M.network V N m.
Proof.
  intros net. exists (Z.to_nat (K.inputs V)). apply network_of; [assumption|]. intros units.
  unfold K.inputs. destruct (Z.eqb_spec (K.rows (K.layer V 0)) 0) as [none | some].
  - exfalso. apply units. change 0 with (Z.of_nat 0) in none. lists. lia.
  - lists. lia.
Qed.
Lemma network_input V N x : W.network V N -> K.len x = K.inputs V -> M.network V N (M.len x).
Proof. intros net fits. apply network_of; [assumption|]. intros _. rewrite <- fits. reflexivity. Qed.
End Shapes.
