(* One tactic that proves of KeyModel.v what a definition of KeY's theory says; Rules.v uses no other. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Import KeyModel.
Open Scope Z_scope.

(* splits on every comparison, those inside others first, and drops the impossible cases *)
Ltac plain t := lazymatch t with context [if _ then _ else _] => fail | _ => idtac end.
Ltac split_cases := repeat match goal with
  | |- context [?a <? ?b] => plain a; plain b; destruct (Z.ltb_spec a b); simpl; try (exfalso; lia)
  | |- context [?a <=? ?b] => plain a; plain b; destruct (Z.leb_spec a b); simpl; try (exfalso; lia)
  | |- context [?a =? ?b] => plain a; plain b; destruct (Z.eqb_spec a b); simpl; try (exfalso; lia)
  end.
(* that sizes are not negative *)
Ltac sizes := repeat match goal with
  | |- context [@size ?A ?l] => lazymatch goal with | _ : 0 <= @size A l |- _ => fail | _ => pose proof (@size_pos A l) end
  end.

Lemma ext_of_entries {A} (d : A) (u v : list A) :
  size u = size v /\ (forall k, 0 <= k /\ k < size u -> ith u k d = ith v k d) -> u = v.
Proof.
  unfold size, ith. intros [E H]. apply nth_ext with d d; [lia|]. intros n L.
  specialize (H (Z.of_nat n)). rewrite Nat2Z.id in H. destruct (Z.ltb_spec (Z.of_nat n) 0); [lia|]. apply H. lia.
Qed.

(* a recursion at 1 + n, which KeyModel.v has over natural numbers *)
Ltac recursion f := unfold f; match goal with |- context [0 <=? ?n] => destruct (Z.leb_spec 0 n);
  [ replace (Z.to_nat (1 + n)) with (Datatypes.S (Z.to_nat n)) by lia; simpl; rewrite ?Z2Nat.id by lia; reflexivity
  | replace (Z.to_nat (1 + n)) with O by lia; reflexivity ] end.
Ltac layers := unfold preactivation, input; match goal with |- context [?i <=? 0] => destruct (Z.leb_spec i 0);
  [ replace (Z.to_nat i) with O by lia; reflexivity
  | replace (Z.to_nat i) with (Datatypes.S (Z.to_nat (i - 1))) by lia; simpl; rewrite Z2Nat.id by lia; reflexivity ] end.
Ltac layers_from_above := unfold delta; match goal with |- context [?d - 1 <=? ?i] => destruct (Z.leb_spec (d - 1) i);
  [ replace (Z.to_nat (d - 1 - i)) with O by lia; reflexivity
  | replace (Z.to_nat (d - 1 - i)) with (Datatypes.S (Z.to_nat (d - 1 - (i + 1)))) by lia; reflexivity ] end.
(* the length or an entry of a list that KeyModel.v gives by both *)
Ltac entry := cbv delta [len rows depth at_ row layer plusScaled scaled hadamard zeroVec activated slopes column affine transpose appendRow withRow outer
    matPlusScaled zerosLikeMat appendLayer stackPlusScaled zerosLikeStack lossDerivative preactivationsOf deltasOf outerProducts deltasWhereBias emptyVec emptyMat restPreactivation biasOrZeros transposedTimes swappedRows inside part
    coefficients unitVec smallWeights smallBiases unitsAt correlations weightsDescended biasesDescended] beta;
  rewrite ?size_tabZ, ?ith_tabZ; sizes; split_cases; try reflexivity; try (f_equal; lia); rewrite ?ith_outside by lia; reflexivity.

(* n times q, for n of any sign *)
Ltac signed_multiples := unfold times; split_cases; try (subst; reflexivity); match goal with
  | _ : 0 < ?n |- _ => replace (Z.to_nat n) with (Datatypes.S (Z.to_nat (n - 1))) by lia; reflexivity
  | _ : 0 <= ?n + 1 |- _ => replace n with (-1) by lia; reflexivity
  | _ : ?n + 1 < 0 |- _ => replace (Z.to_nat (- n)) with (Datatypes.S (Z.to_nat (- (n + 1)))) by lia; reflexivity
  end.
(* entries of lists of two *)
Ltac pairs := unfold smallWeights, smallBiases, layer, row, ith; split_cases; subst; try reflexivity;
  match goal with |- context [Z.to_nat ?i] => destruct (Z.to_nat i) as [|[|[|k]]] eqn:E end; try reflexivity; exfalso; lia.

Ltac rule := intros; first
  [ reflexivity
  | exact I
  | split; [reflexivity | apply Z.le_ge, size_pos]
  | split; [reflexivity | apply ith_outside]
  | solve [ signed_multiples ]
  | solve [ pairs ]
  | match goal with t : TrainingState |- _ => destruct t; reflexivity end
  | match goal with entries : _ /\ _ |- _ = _ => exact (ext_of_entries _ _ _ entries) end
  | solve [ recursion dot | recursion sumOfWeightGradients | recursion sumOfBiasGradients | recursion trained | recursion sumOfLossDerivatives | recursion countSign | recursion surplus
      | recursion frobenius | recursion combination | recursion nearLoss | recursion correlation | recursion labelSum | recursion marginSum
      | recursion image | recursion dotImage | recursion nTimes ]
  | solve [ layers ]
  | solve [ layers_from_above ]
  | solve [ entry ] ].
